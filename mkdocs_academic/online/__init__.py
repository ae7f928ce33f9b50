"""Services on the network: asked by commands, never by a build."""
