"""How the models are made and measured: corpora, training, calibration, evaluation.

Nothing here is needed to check a document; the libraries that it takes (scikit-learn, and PyTorch for the
encoder) come with the extra ``train``.
"""
