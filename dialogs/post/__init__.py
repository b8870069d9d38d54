"""The interview for one post, the main job (method.md 2): outputs, indicators, standards, tracking, audit."""
