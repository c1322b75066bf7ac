"""How plans stand to what stakeholders said: verdicts without numbers, then scores by one rule."""
