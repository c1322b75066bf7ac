"""How fast plancompare is beside other libraries doing the same work: ratios, never seconds."""
