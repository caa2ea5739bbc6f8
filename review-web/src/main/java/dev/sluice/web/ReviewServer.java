package dev.sluice.web;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.guard.LaunchToken;
import dev.sluice.web.guard.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves the review page to one browser on this machine. It ends when the reviewer says so, when
 * nothing was asked for {@link #IDLE}, or when it is closed.
 */
public final class ReviewServer implements AutoCloseable {
  /** How long it waits for the next request. */
  public static final Duration IDLE = Duration.ofMinutes(15);

  private static final int THREADS = 4;
  private static final long LOOK_SECONDS = 1;

  static {
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final LaunchToken token;
  private final Visitor visitor;
  private final Activity activity;
  private final CountDownLatch finished = new CountDownLatch(1);

  private ReviewServer(Desk desk, HttpServer server, SecureRandom random, Clock clock) {
    this.server = server;
    this.token = new LaunchToken(random, clock);
    this.visitor = new Visitor(server.getAddress().getPort(), random);
    this.activity = new Activity(clock, IDLE);
    var routes = new Routes(desk, random, finished::countDown);
    server.createContext("/", new Gate(visitor, token, activity, routes));
    server.setExecutor(threads);
  }

  /**
   * Starts it.
   *
   * @param port where; 0 for any port that is free
   */
  public static ReviewServer start(Desk desk, int port, SecureRandom random, Clock clock)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    var started = new ReviewServer(desk, server, random, clock);
    server.start();
    return started;
  }

  /** The address that lets a browser in, once, within two minutes; a secret. */
  public String launchAddress() {
    return visitor.origin() + "/launch?token=" + token.text();
  }

  /** Waits for its end. */
  public void awaitEnd() throws InterruptedException {
    while (!finished.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
      if (activity.isOver()) {
        return;
      }
    }
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
