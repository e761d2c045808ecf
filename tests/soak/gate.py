"""The gate under load: started, reloaded, weighed."""

import pathlib
import re
import signal
import socket
import ssl
import subprocess
import urllib.request


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Gate:
    """One process."""

    def __init__(self, folder, binary, name, origin, tls=False):
        self.name, self.tls = name, tls
        self.port, self.operators = free_port(), free_port()
        self.log = folder / f"{name}.log"
        files = f'[[proxy.tls]]\ncertificate = "{folder}/cert.pem"\nkey = "{folder}/key.pem"\n' if tls else ""
        site = f"{'https' if tls else 'http'}://localhost:{self.port}"
        configuration = folder / f"{name}.toml"
        configuration.write_text(
            f'[site]\nurl = "{site}"\n[proxy]\nlisten = "127.0.0.1:{self.port}"\nupstream = "http://127.0.0.1:{origin}"\n{files}'
            '[proxy.timeouts]\nanswer = "6s"\nidle = "6s"\nreader_stall = "5s"\nrequest = "5s"\n'
            f'[observability]\nlisten = "127.0.0.1:{self.operators}"\naccess_log = "{folder}/{name}.access"\n')
        environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
        self.process = subprocess.Popen([str(binary), "serve", "--config", str(configuration)], env=environment,
                                        stderr=open(self.log, "ab"), stdout=subprocess.DEVNULL)

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def resident(self):
        """Megabytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def files(self):
        return len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def metrics(self):
        """Sums by family."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.operators}/metrics", timeout=10) as answer:
            text = answer.read().decode()
        sums = {}
        for line in text.splitlines():
            if not line.startswith("#"):
                series, value = line.rsplit(" ", 1)
                name = series.split("{")[0]
                sums[name] = sums.get(name, 0) + float(value)
        return sums

    def context(self):
        if not self.tls:
            return None
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    def stop(self):
        """Ends it in order; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(45)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "it had to be killed"
