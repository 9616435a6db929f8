"""Progress goes to <work>/training.log and to standard error."""
import logging
import os


def log_to(work: str) -> None:
    os.makedirs(work, exist_ok=True)
    handlers = [logging.FileHandler(os.path.join(work, "training.log")), logging.StreamHandler()]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
