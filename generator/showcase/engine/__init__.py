"""All that knows MkDocs: the plugin, the shell, serve. The part that can be changed for another base."""
