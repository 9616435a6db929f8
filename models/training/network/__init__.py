"""The network and its training: targets, augmentation, batches, recipes, inference."""
