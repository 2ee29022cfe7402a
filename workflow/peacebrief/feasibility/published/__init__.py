"""The facts and tables written of every option from everything that the stage has found."""
