"""The build as a list, and the live folder brought up to date. Knows no theme: pages come wrapped."""
