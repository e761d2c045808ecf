"""Servers on loopback ports, ready when their port answers, ended with the block that started them."""

import contextlib
import os
import pathlib
import socket
import subprocess
import time

PATIENCE = 60  # seconds until a server that does not answer has failed


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Failed(Exception):
    """The sites cannot be set up."""


def wait_for(ready, what, process, log):
    """Polls until `ready()`; a server that has ended will never be."""
    end = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None:
            raise Failed(f"{what} ended with {process.returncode} before it was ready; it said:\n{log.read_text()[-2000:]}")
        if time.monotonic() > end:
            raise Failed(f"{what} was not ready within {PATIENCE} s; it said:\n{log.read_text()[-2000:]}")
        time.sleep(0.02)


def answers(port):
    def ready():
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        return False

    return ready


@contextlib.contextmanager
def running(what, command, ready, log, environment=None):
    """A process, its output in the file `log`, killed at the block's end."""
    with open(log, "ab") as out:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env={**os.environ, **(environment or {})},
        )
    try:
        wait_for(ready, what, process, log)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


NGINX = """
daemon off; master_process off; pid {run}/nginx.pid; error_log {run}/nginx.log;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; charset utf-8; access_log off;
  client_body_temp_path {run}/b; proxy_temp_path {run}/p; fastcgi_temp_path {run}/f; uwsgi_temp_path {run}/u; scgi_temp_path {run}/s;
  gzip on; gzip_types text/css text/xml application/javascript image/svg+xml; gzip_min_length 20;
  server {{
    listen 127.0.0.1:{port}; root {root}; index index.html; error_page 404 {missing}; absolute_redirect off;
  }}
}}
"""


@contextlib.contextmanager
def static(root, run, missing="/404.html"):
    """nginx, as a publisher of static files would have it: ETag, ranges, gzip."""
    port = free_port()
    run.mkdir(parents=True, exist_ok=True)
    config = run / "nginx.conf"
    config.write_text(NGINX.format(run=run, port=port, root=root, missing=missing))
    with running("nginx", ["nginx", "-c", config, "-p", run], answers(port), run / "nginx.log", sbin()):
        yield port


@contextlib.contextmanager
def gate(upstream, run):
    """The gate, with no configuration at all."""
    port = free_port()
    run.mkdir(parents=True, exist_ok=True)
    command = [os.environ["JALOUSIE_BIN"], "serve", "--upstream", f"http://127.0.0.1:{upstream}", "--listen", f"127.0.0.1:{port}"]
    with running("the gate", command, answers(port), run / "gate.log", {"XDG_STATE_HOME": str(run)}):
        yield port


def sbin():
    """Debian keeps servers where an ordinary user's PATH does not look."""
    return {"PATH": os.environ["PATH"] + os.pathsep + "/usr/sbin"}


def here():
    return pathlib.Path(__file__).resolve().parent.parent
