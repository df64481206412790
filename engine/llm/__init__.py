"""The model port: one request, one reply, whoever serves the model. The only part of the engine that does I/O."""
