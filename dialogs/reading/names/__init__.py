"""What a name tells: the measure of an indicator, the kind of a customer or an output."""
