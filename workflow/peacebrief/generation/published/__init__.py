"""The facts and tables that are written from everything the stage has found."""
