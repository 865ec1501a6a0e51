"""What a trained model says: probabilities of sentences, scores of documents."""
