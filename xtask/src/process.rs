//! Running a learner's program: with a time limit, and never left behind.
//!
//! Each program runs in a process group (on Windows: a job) of its own, so that
//! it can be stopped together with everything it has started. Ctrl-C reaches only
//! the group in front, which is ours; so `stop_all_on_interrupt` passes it on.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

use crate::error::Error;

/// How long a step's tests may take before they count as endless, in seconds.
const PATIENCE: u64 = 10;

/// The environment variable that replaces the ten seconds, for slow machines.
pub const TIMEOUT_VARIABLE: &str = "WORKSHOP_TIMEOUT";

/// What a program that was run has left.
#[derive(Debug)]
pub struct Finished {
    /// How it ended, or nothing if it had to be stopped.
    pub status: Option<ExitStatus>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

type Child = Arc<Mutex<Box<dyn ChildWrapper>>>;

/// What is running now.
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// The time limit: 10 seconds, or what `WORKSHOP_TIMEOUT` says.
pub fn time_limit() -> Result<Duration, Error> {
    match std::env::var(TIMEOUT_VARIABLE) {
        Err(_) => Ok(Duration::from_secs(PATIENCE)),
        Ok(value) => match value.trim().parse::<u64>() {
            Ok(seconds) if seconds > 0 => Ok(Duration::from_secs(seconds)),
            _ => Err(Error::usage(format!(
                "{TIMEOUT_VARIABLE} is `{value}`; it should be a number of seconds, such as 60"
            ))),
        },
    }
}

/// Runs a program to its end, or until `limit` has passed. Then it is stopped,
/// with all its children.
pub fn run(command: Command, limit: Duration) -> std::io::Result<Finished> {
    let mut wrap = CommandWrap::from(command);
    wrap.command_mut()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(unix)]
    wrap.wrap(process_wrap::std::ProcessGroup::leader());
    #[cfg(windows)]
    wrap.wrap(process_wrap::std::JobObject);

    stop_all_on_interrupt();
    // The list is locked while the child is born, so that an interrupt cannot miss it.
    let mut running = lock(&RUNNING);
    let mut child = wrap.spawn()?;
    let stdout = read_all(child.stdout().take());
    let stderr = read_all(child.stderr().take());
    let child: Child = Arc::new(Mutex::new(child));
    running.push(Arc::clone(&child));
    drop(running);

    let status = wait(&child, limit);
    // Children that the program has left behind hold the pipes open. They go, too.
    let _ = lock(&child).start_kill();
    lock(&RUNNING).retain(|other| !Arc::ptr_eq(other, &child));
    Ok(Finished {
        status: status?,
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
    })
}

fn wait(child: &Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = lock(child).try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() >= limit {
            lock(child).kill()?;
            return Ok(None);
        }
        thread::sleep(pause);
        // Most programs are done in 3 ms; the others need not be watched closely.
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Reads a pipe to its end, beside the other one: a full pipe would block the program.
fn read_all(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    /// A learner's loop may print without end. This much is more than anyone reads.
    const ENOUGH: u64 = 1 << 20;
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.by_ref().take(ENOUGH).read_to_end(&mut bytes);
            let _ = std::io::copy(&mut pipe, &mut std::io::sink());
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// From now on, an interrupt (Ctrl-C, or the terminal being closed) first stops
/// every program that [`run`] has started.
fn stop_all_on_interrupt() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // It fails only if someone else has a handler already, who then decides.
        let _ = ctrlc::set_handler(|| {
            for child in lock(&RUNNING).iter() {
                let _ = lock(child).start_kill();
            }
            // What a shell reports for a program that Ctrl-C has ended.
            std::process::exit(130);
        });
    });
}

fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::File;
    use std::path::PathBuf;
    use std::sync::mpsc;

    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn output_and_status_are_kept() {
        let done = run(
            shell("echo out; echo err >&2; exit 3"),
            Duration::from_secs(5),
        )
        .unwrap();
        assert_eq!(done.status.unwrap().code(), Some(3));
        assert_eq!(
            (done.stdout.as_str(), done.stderr.as_str()),
            ("out\n", "err\n")
        );
    }

    #[test]
    fn a_program_that_does_not_end_is_stopped_with_its_children() {
        let pipe = Pipe::new();
        let mut command =
            shell("exec 3<>\"$0\"; echo held; exec >&3 2>&3; sleep 600 <&3 & sleep 600");
        command.arg(pipe.path());
        let done = run(command, Duration::from_secs(2)).unwrap();
        assert!(done.status.is_none());
        assert_eq!(done.stdout, "held\n");
        assert!(!pipe.is_held(), "the child is still there");
    }

    #[test]
    fn a_child_that_is_left_behind_does_not_hold_up_the_verdict() {
        // Whoever waited for the child would run into the limit, and have no status.
        let pipe = Pipe::new();
        let mut command = shell("exec 3<>\"$0\"; sleep 600 <&3 &");
        command.arg(pipe.path());
        let done = run(command, Duration::from_secs(60)).unwrap();
        assert!(done.status.unwrap().success());
        assert!(!pipe.is_held(), "the child is still there");
    }

    #[test]
    fn more_output_than_a_pipe_holds_is_no_problem() {
        let script = "head -c 3000000 /dev/zero | tr '\\0' x";
        let done = run(shell(script), Duration::from_secs(20)).unwrap();
        assert!(done.status.unwrap().success());
        assert_eq!(done.stdout.len(), 1 << 20);
    }

    /// A pipe with a name. Programs that have opened it hold it for as long as they live.
    struct Pipe(tempfile::TempDir);

    impl Pipe {
        fn new() -> Pipe {
            let pipe = Pipe(tempfile::tempdir().unwrap());
            let made = Command::new("mkfifo").arg(pipe.path()).status();
            assert!(made.unwrap().success());
            pipe
        }

        fn path(&self) -> PathBuf {
            self.0.path().join("pipe")
        }

        /// Whether a program holds it, and does not end within a while.
        fn is_held(&self) -> bool {
            // To open it for reading alone would wait for somebody who could write to it.
            let both = File::options().read(true).write(true).open(self.path());
            let mut pipe = File::open(self.path()).unwrap();
            drop(both.unwrap());
            let (sender, ended) = mpsc::channel();
            thread::spawn(move || {
                // It comes to its end when nobody is left who could.
                pipe.read_to_end(&mut Vec::new()).unwrap();
                let _ = sender.send(());
            });
            ended.recv_timeout(Duration::from_secs(20)).is_err()
        }
    }
}
