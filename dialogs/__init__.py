"""What is said: the engine, the understanding of answers, and the interviews."""
