"""A company to try: its posts, how its managers were interviewed, what happened since."""
