"""What the fitting scripts share: a penalised logistic regression, and how its findings are told."""

import numpy as np


def fit(x, y, counts, penalty):
    """The weights [columns] of a logistic regression by Newton's method; the first column has no penalty.

    x [rows, columns], y [rows] whether it is so, counts [rows] how much a row counts.
    """
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        grade = x.T @ (counts * (p - y)) + penalty * np.r_[0, w[1:]]
        curve = (x * (counts * p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(w))
        w -= np.linalg.solve(curve, grade)
    return w


def rates(found, true, what):
    """Precision, recall and F1 in percent, as text; `what` is the plural of what is found."""
    both = (found & true).sum()
    p, r = both / max(1, found.sum()), both / max(1, true.sum())
    f1 = 2 * p * r / max(1e-9, p + r)
    return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f1:5.1f}   {true.sum()} {what} of {len(true)}"
