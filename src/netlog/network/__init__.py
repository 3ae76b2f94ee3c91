"""The network as a whole: who brought whom, who knows whom, through whom it passes."""
