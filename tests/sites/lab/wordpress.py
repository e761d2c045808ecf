"""WordPress: its saved pages, or Debian's WordPress itself with a database of its own."""

import contextlib
import os
import pathlib
import shutil
import subprocess

from . import servers

PROGRAM = pathlib.Path("/usr/share/wordpress")
ADDRESS = "http://journal.example"


@contextlib.contextmanager
def saved(work):
    with servers.static(servers.here() / "wordpress/saved", work / "nginx", missing="/nothing-here/index.html") as port:
        yield port


@contextlib.contextmanager
def live(work):
    setup = servers.here() / "wordpress/setup"
    program = lay_out(setup, work / "program")
    environment = {
        **servers.sbin(),
        "JOURNAL_SOCKET": str(work / "db.sock"),
        "JOURNAL_ANSWERS": str(setup / "answers.json"),
    }
    with database(work, environment):
        run(["php", setup / "install.php", program], environment)
        port = servers.free_port()
        command = ["php", "-d", "display_errors=stderr", "-S", f"127.0.0.1:{port}", "-t", program, program / "router.php"]
        with servers.running("php", command, servers.answers(port), work / "php.log", environment):
            yield port


def lay_out(setup, program):
    """Copies Debian's WordPress, unchanged, with a configuration and the plugin that stands for the network."""
    languages = "wp-content/languages"
    other = lambda folder, names: [n for n in names if folder.endswith(languages) and "fr_FR" not in n]
    shutil.copytree(PROGRAM, program, ignore=other, ignore_dangling_symlinks=True)
    shutil.copy(setup / "wp-config.php", program)
    shutil.copy(setup / "router.php", program)
    plugins = program / "wp-content/mu-plugins"
    plugins.mkdir()
    shutil.copy(setup / "offline.php", plugins)
    return program


@contextlib.contextmanager
def database(work, environment):
    """MariaDB, reached by a socket in `work` and by nothing else."""
    data, socket = work / "db", work / "db.sock"
    user = ["--user=root"] if os.geteuid() == 0 else []
    run(["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal",
         "--skip-test-db", *user], environment)
    command = ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={socket}", f"--pid-file={work}/db.pid",
               "--skip-networking", "--skip-log-bin", *user]
    client = ["mariadb", "--no-defaults", f"--socket={socket}", "--user=root"]
    ping = lambda: subprocess.run([*client, "--execute=select 1"], capture_output=True).returncode == 0
    with servers.running("mariadbd", command, ping, work / "db.log", environment):
        run([*client, "--execute=create database wordpress character set utf8mb4"], environment)
        yield


def run(command, environment):
    done = subprocess.run([str(part) for part in command], env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode:
        raise servers.Failed(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
