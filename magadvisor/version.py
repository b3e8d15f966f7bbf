"""The version of the program; that of the knowledge is its own."""

VERSION = "0.1.0"
