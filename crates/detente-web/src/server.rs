//! Listening, and going down in good order.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep};

use crate::app::App;
use crate::{gate, mail};

/// At most so many connections at once; more wait to be taken up.
const MOST_CONNECTIONS: usize = 1024;
/// A connection over which nothing moves is closed after so long.
const IDLE: Duration = Duration::from_secs(30);
/// What is being answered when the site goes down has so long to end.
const LAST: Duration = Duration::from_secs(5);

/// Why the site is not served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {what}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        what: std::io::Error,
    },
    /// The runtime cannot start.
    #[error("cannot start: {0}")]
    Start(std::io::Error),
}

/// Serves a site until the program is told to end. `ready` is called with the address once it listens.
///
/// # Errors
/// [`ServeError`] when it cannot listen or start.
pub fn serve(app: Arc<App>, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(16).build();
    let runtime = runtime.map_err(ServeError::Start)?;
    let stop = Arc::new(AtomicBool::new(false));
    let mailer = app.config.post.sink.clone().map(|sink| {
        let (app, stop) = (Arc::clone(&app), Arc::clone(&stop));
        std::thread::spawn(move || mail::work(&app, &sink, &stop))
    });
    let listen = |what| ServeError::Listen { address, what };
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        ready(listener.local_addr().map_err(listen)?);
        let listener = Bounded { listener, free: Arc::new(Semaphore::new(MOST_CONNECTIONS)) };
        let service = gate::router(app).into_make_service_with_connect_info::<Peer>();
        let told = Arc::new(tokio::sync::Notify::new());
        let ends = Arc::clone(&told);
        let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
            told_to_end().await;
            ends.notify_one();
        });
        let last = async {
            told.notified().await;
            tokio::time::sleep(LAST).await;
        };
        let mut serving = std::pin::pin!(std::future::IntoFuture::into_future(serving));
        let mut last = std::pin::pin!(last);
        std::future::poll_fn(|context| match serving.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(done.map_err(ServeError::Start)),
            Poll::Pending => last.as_mut().poll(context).map(Ok),
        })
        .await
    });
    stop.store(true, Ordering::Release);
    if let Some(mailer) = mailer {
        let _ = mailer.join();
    }
    served
}

async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
            return std::future::pending().await;
        };
        std::future::poll_fn(|context| match term.poll_recv(context) {
            Poll::Ready(_) => Poll::Ready(()),
            Poll::Pending => int.poll_recv(context).map(|_| ()),
        })
        .await;
    }
    #[cfg(not(unix))]
    {
        let _ = tokio::signal::ctrl_c().await;
    }
}

/// The other end of a connection.
#[derive(Clone, Debug)]
pub(crate) struct Peer(pub(crate) SocketAddr);

impl Connected<IncomingStream<'_, Bounded>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Bounded>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A listener that holds no more connections than it may.
struct Bounded {
    listener: TcpListener,
    free: Arc<Semaphore>,
}

impl Listener for Bounded {
    type Io = Timed;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Timed, SocketAddr) {
        loop {
            let Ok(permit) = Arc::clone(&self.free).acquire_owned().await else {
                return std::future::pending().await;
            };
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    let _ = stream.set_nodelay(true);
                    return (Timed { stream, idle: Box::pin(tokio::time::sleep(IDLE)), _permit: permit }, address);
                }
                // Out of file handles: those in use are given back soon.
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that ends when nothing moves over it.
struct Timed {
    stream: TcpStream,
    idle: Pin<Box<Sleep>>,
    _permit: OwnedSemaphorePermit,
}

impl Timed {
    /// Sets the time anew after something moved; ends the connection when it is over.
    fn watch<T>(&mut self, context: &mut Context<'_>, moved: Poll<std::io::Result<T>>) -> Poll<std::io::Result<T>> {
        if moved.is_ready() {
            self.idle.as_mut().reset(Instant::now() + IDLE);
            return moved;
        }
        match self.idle.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(std::io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Timed {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let moved = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.watch(context, moved)
    }
}

impl AsyncWrite for Timed {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        let moved = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watch(context, moved)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        let moved = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.watch(context, moved)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
