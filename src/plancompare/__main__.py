"""`python -m plancompare`."""

from plancompare.cli.main import main

main()
