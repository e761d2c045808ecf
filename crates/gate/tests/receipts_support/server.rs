//! A real PostgreSQL, started once per test program, on a socket in a folder of its own.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio_postgres::NoTls;

/// Where Debian puts its programs, newest last.
fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .collect()
        })
        .unwrap_or_default();
    found.retain(|folder| folder.join("initdb").exists());
    found.sort();
    found
        .pop()
        .expect("PostgreSQL is not installed; expected Debian's package postgresql")
}

/// Runs a server; when its parent is gone, ends it and removes its folder, which is `$0`.
const KEEPER: &str = r#"trap 'kill -QUIT $server; wait $server; rm -rf "$0"; exit' TERM; "$@" & server=$!; wait $server"#;

/// A server, and the user that it runs as: it refuses to be root.
pub struct Server {
    folder: PathBuf,
    user: Option<(u32, u32)>,
    keeper: Mutex<Option<JoinHandle<ExitStatus>>>,
}

impl Server {
    /// A server of its own, for tests that stop it.
    pub fn start() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // A socket's path must be short, and the server's user must be able to come here.
        let folder =
            std::env::temp_dir().join(format!("jalousie-pg-{}-{count}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        let user = unprivileged();
        if let Some((user, group)) = user {
            chown(&folder, Some(user), Some(group)).unwrap();
        }
        let server = Server {
            folder,
            user,
            keeper: Mutex::default(),
        };
        let made = server
            .program("initdb")
            .args([
                "--no-sync",
                "--auth=trust",
                "--username=jalousie",
                "--encoding=UTF8",
                "--locale=C",
                "-D",
            ])
            .arg(server.folder.join("data"))
            .output()
            .unwrap();
        assert!(made.status.success(), "initdb: {made:?}");
        server.run();
        server
    }

    /// The server that all tests of this program share.
    pub fn shared() -> &'static Server {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(Server::start)
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(programs().join(name));
        command.current_dir(&self.folder);
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command
    }

    /// Starts the server on its data.
    pub fn run(&self) {
        self.start_with("", None);
    }

    /// Starts the server, reachable over TCP too.
    pub fn run_on(&self, host: &str, port: u16) {
        self.start_with(host, Some(port));
    }

    /// Adds to its configuration, and to whom it lets in.
    pub fn configure(&self, settings: &str, access: &str) {
        for (name, lines) in [("postgresql.conf", settings), ("pg_hba.conf", access)] {
            let path = self.folder.join("data").join(name);
            let old = fs::read_to_string(&path).unwrap();
            // Who is let in is decided by the first line that fits.
            let all = if name == "pg_hba.conf" {
                let own = old.lines().filter(|line| line.starts_with("local"));
                format!("{lines}{}\n", own.collect::<Vec<_>>().join("\n"))
            } else {
                old + lines
            };
            fs::write(&path, all).unwrap();
        }
    }

    /// Whom it runs as, if not as the tests do.
    pub fn user(&self) -> Option<(u32, u32)> {
        self.user
    }

    fn start_with(&self, host: &str, port: Option<u16>) {
        // However the test program ends, the shell hears of it, and ends the server.
        let mut command = Command::new("setpriv");
        command.arg("--pdeathsig=TERM");
        if let Some((user, group)) = self.user {
            let who = [format!("--reuid={user}"), format!("--regid={group}")];
            command.args(who).arg("--clear-groups");
        }
        command
            .args(["sh", "-c", KEEPER])
            .arg(&self.folder)
            .arg(programs().join("postgres"))
            .arg("-D")
            .arg(self.folder.join("data"))
            .arg("-k")
            .arg(&self.folder);
        let listen = format!("listen_addresses={host}");
        for setting in [&*listen, "shared_buffers=16MB", "max_connections=50"] {
            command.args(["-c", setting]);
        }
        let log = fs::File::create(self.folder.join("log")).unwrap();
        command
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        // The signal comes when the thread ends that started it, not the program: so it waits.
        let keeper = std::thread::spawn(move || command.status().unwrap());
        *self.keeper.lock().unwrap() = Some(keeper);
        // It answers once it is ready; how long that takes is the machine's affair.
        let late = Instant::now() + Duration::from_secs(60);
        while !self
            .program("pg_isready")
            .arg("-q")
            .arg("-h")
            .arg(&self.folder)
            .args(port.map(|port| format!("--port={port}")))
            .status()
            .unwrap()
            .success()
        {
            assert!(
                Instant::now() < late,
                "{}",
                fs::read_to_string(self.folder.join("log")).unwrap()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends the server: at once, as a crash would (`QUIT`), or in order (`INT`).
    pub fn stop(&self, signal: &str) {
        if let Some(keeper) = self.keeper.lock().unwrap().take() {
            let file = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
            let id = file.lines().next().unwrap();
            assert!(
                Command::new("kill")
                    .args(["-s", signal, id])
                    .status()
                    .unwrap()
                    .success()
            );
            keeper.join().unwrap();
        }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn url(&self, database: &str) -> String {
        let host: String =
            url::form_urlencoded::byte_serialize(self.folder.to_str().unwrap().as_bytes())
                .collect();
        format!("postgres://jalousie@{host}/{database}")
    }

    pub fn execute(&self, database: &str, sql: &str) {
        let url = self.url(database);
        let sql = sql.to_owned();
        // A thread of its own: the test may be in a runtime already.
        let done = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async move {
                let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
                tokio::spawn(connection);
                client.batch_execute(&sql).await.unwrap();
            });
        });
        done.join().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop("QUIT");
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Whom to be instead of root: the package's own user, else nobody.
fn unprivileged() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(output.stdout)
            .ok()?
            .trim()
            .parse::<u32>()
            .ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    let of = |name: &str| Some((id(&["-u", name])?, id(&["-g", name])?));
    of("postgres").or_else(|| of("nobody"))
}

/// A database of a test's own.
pub struct Database {
    server: &'static Server,
    name: String,
}

impl Database {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let server = Server::shared();
        server.execute("postgres", &format!("CREATE DATABASE {name}"));
        Database { server, name }
    }

    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    pub fn execute(&self, sql: &str) {
        self.server.execute(&self.name, sql);
    }
}
