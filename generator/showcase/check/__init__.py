"""Run rules over a library, print problems, and open the gate to what may be seen."""
