"""How the production server listens and with how many; ``gunicorn.conf.py`` and ``scripts.serve`` ask it."""

from cms.settings import env

HOST = env.read("HOST", env.text, default="127.0.0.1", how_to="the address to listen on, such as 0.0.0.0")
PORT = env.read("PORT", env.port, default="8000", how_to="the port to listen on")
PROCESSES = env.read("WEB_CONCURRENCY", env.count, default="2", how_to="the number of processes, such as 2")
THREADS = env.read("WEB_THREADS", env.count, default="4", how_to="the number of threads in each, such as 4")
LOG_LEVEL = env.read("LOG_LEVEL", env.one_of(*env.LOG_LEVELS), default="INFO", how_to="such as WARNING")
env.stop_on_problems()
