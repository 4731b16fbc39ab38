"""Text: a paragraph's inlines → measured glyphs → broken lines → pieces at their places."""
