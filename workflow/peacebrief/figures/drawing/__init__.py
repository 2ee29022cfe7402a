"""What every figure is drawn with: the style, type that fits, the marks and scales that figures share."""
