"""What goes on paper: posters, hand-outs, panels, table cards, the wall sheet of a year; set by Typst."""
