"""The proxies side by side, each with one worker, and the server behind them."""

import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import time

ORIGIN = 9801
TICKS = os.sysconf("SC_CLK_TCK")
SUB = ("sub_filter_once off; sub_filter '<iframe' '<div data-gate'; sub_filter '</iframe>' '</div>'; "
       "sub_filter 'www.youtube.com' 'gated'; sub_filter '<script' '<script data-x'; sub_filter 'preconnect' 'x';")
TUNED = "proxy_buffers 16 16k; proxy_buffer_size 16k;"
GZIP = "gzip on; gzip_comp_level 1; gzip_min_length 256; gzip_proxied any; gzip_http_version 1.1;"


class Party:
    """A proxy under test."""

    def __init__(self, name, port, tls_port, process):
        self.name, self.port, self.tls_port, self.process = name, port, tls_port, process

    @property
    def pids(self):
        pid = self.process.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *map(int, children)]

    def cpu(self):
        """CPU seconds used so far."""
        def one(pid):
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / TICKS
        return sum(map(one, self.pids))

    def resident(self):
        """Resident megabytes."""
        def one(pid):
            return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1))
        return sum(map(one, self.pids)) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


def many_files():
    """Called in the child: as many connections as the system lets it have."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def start(command, folder, **environment):
    log = open(folder / (pathlib.Path(command[0]).name + ".log"), "ab")
    return subprocess.Popen(command, env=dict(os.environ, HOME=str(folder), **environment), stdout=log, stderr=log,
                            cwd=folder, preexec_fn=many_files)


def wait_for(port):
    for _ in range(1000):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"nothing listens on port {port}")


def certificate(folder):
    """One for all, for localhost."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", "key.pem", "-out", "cert.pem"], cwd=folder, check=True, capture_output=True)
    (folder / "both.pem").write_text((folder / "cert.pem").read_text() + (folder / "key.pem").read_text())


def nginx(folder, name, servers):
    path = folder / name
    (path / "logs").mkdir(parents=True)
    (path / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {path}/pid; error_log {path}/error.log;\n"
        "events { worker_connections 8192; }\n"
        f"http {{ access_log off; client_body_temp_path {path}/b; proxy_temp_path {path}/p; fastcgi_temp_path {path}/f;\n"
        f"uwsgi_temp_path {path}/u; scgi_temp_path {path}/s; keepalive_requests 10000000; http2_max_requests 10000000;\n"
        f"upstream site {{ server 127.0.0.1:{ORIGIN}; keepalive 64; keepalive_requests 10000000; }}\n"
        f"types {{ text/html html; application/octet-stream bin; }}\n{servers} }}\n")
    return start(["nginx", "-c", str(path / "nginx.conf"), "-p", str(path)], folder)


def nginx_proxy(folder, name, port, tls_port, more):
    servers = (f"server {{ listen 127.0.0.1:{port} backlog=4096; listen 127.0.0.1:{tls_port} ssl http2; "
               f"ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem; "
               "location / { proxy_pass http://site; proxy_http_version 1.1; proxy_set_header Connection ''; " + more + " } }")
    return Party(name, port, tls_port, nginx(folder, name.replace(" ", "-"), servers))


def haproxy(folder, port, tls_port):
    (folder / "haproxy.cfg").write_text(
        "global\n  nbthread 1\n  maxconn 8000\ndefaults\n  mode http\n  timeout connect 5s\n  timeout client 60s\n  timeout server 60s\n"
        "  option http-keep-alive\n"
        f"frontend f\n  bind 127.0.0.1:{port}\n  bind 127.0.0.1:{tls_port} ssl crt {folder}/both.pem alpn h2,http/1.1\n"
        f"  default_backend b\nbackend b\n  http-reuse always\n  server s 127.0.0.1:{ORIGIN}\n")
    return Party("haproxy", port, tls_port, start(["haproxy", "-db", "-f", str(folder / "haproxy.cfg")], folder))


def caddy(folder, port, tls_port):
    (folder / "Caddyfile").write_text(
        "{\n  admin off\n  auto_https off\n  log {\n    level ERROR\n  }\n}\n"
        f"http://127.0.0.1:{port} {{\n  reverse_proxy 127.0.0.1:{ORIGIN}\n}}\n"
        f"https://localhost:{tls_port} {{\n  bind 127.0.0.1\n  tls {folder}/cert.pem {folder}/key.pem\n  reverse_proxy 127.0.0.1:{ORIGIN}\n}}\n")
    command = ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    return Party("caddy", port, tls_port, start(command, folder, GOMAXPROCS="1"))


def jalousie(folder, binary, name, port, tls, remembers=True):
    """A gate, which has one listener for each process. One that does not remember makes each page as if it came for the first time."""
    more = f'[[proxy.tls]]\ncertificate = "{folder}/cert.pem"\nkey = "{folder}/key.pem"\n' if tls else ""
    file = folder / f"{name}.toml"
    # Connections are held for as long as it takes to open ten thousand of them.
    file.write_text(f'[proxy]\nlisten = "127.0.0.1:{port}"\nupstream = "http://127.0.0.1:{ORIGIN}"\n{more}'
                    f'[proxy.timeouts]\nkeep_alive = "1h"\n[receipts]\nstore = "sqlite:{name}.db"\n'
                    + ("" if remembers else '[proxy.limits]\nremembered_pages = "0 B"\n'))
    process = start([str(binary), "--quiet", "serve", "--config", str(file)], folder, TOKIO_WORKER_THREADS="1")
    return Party("**jalousie**" if remembers else "**jalousie**, pages never seen", port, port, process)


def origin(folder, site):
    return nginx(folder, "origin", f"server {{ listen 127.0.0.1:{ORIGIN} backlog=4096; root {site}; gzip_static on; }}")


def all_of(folder, binary):
    """Who is compared: plain parties, and those that speak TLS."""
    tuned = nginx_proxy(folder, "nginx", 9802, 9902, TUNED)
    default = nginx_proxy(folder, "nginx, default buffers", 9803, 9903, "")
    # sub_filter cannot read what is compressed: nginx asks for identity, and compresses itself.
    filtered = nginx_proxy(folder, "nginx + sub_filter", 9804, 9904, TUNED + SUB + GZIP + "proxy_set_header Accept-Encoding '';")
    gate = jalousie(folder, binary, "jalousie", 9807, tls=False)
    # Another process, but one party: the two are measured one at a time.
    gate_tls = jalousie(folder, binary, "jalousie-tls", 9907, tls=True)
    first = jalousie(folder, binary, "jalousie-first", 9810, tls=False, remembers=False)
    first_tls = jalousie(folder, binary, "jalousie-first-tls", 9910, tls=True, remembers=False)
    parties = [tuned, default, filtered]
    parties += [haproxy(folder, 9805, 9905)] if shutil.which("haproxy") else []
    parties += [caddy(folder, 9806, 9906)] if shutil.which("caddy") else []
    return parties + [gate, first], [party for party in parties if party is not default] + [gate_tls, first_tls]
