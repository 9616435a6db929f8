"""How good the network is on people and corpora it was not trained on: metrics, calibration, reliability."""
