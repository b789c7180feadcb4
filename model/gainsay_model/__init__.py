"""Training and evaluation of Gainsay's attribution model."""
