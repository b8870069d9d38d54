"""Who is talking: transports, delivery, settings, the command line, pictures and sheets."""
