package dev.taskstore.transfer.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The run that copies into a target. A later run takes over from one that has ended: the ledger
 * records host and process, and every transaction of a run checks that it is still the owner.
 *
 * @param host the name of the host
 * @param pid the process
 * @param startedAt when the process started, which distinguishes processes with the same number
 * @param token identifies the run
 */
record Owner(String host, long pid, long startedAt, String token) {

  private static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();
  private static final String SEPARATOR = "/";

  /** Returns a new run of this process. */
  static Owner start() {
    ProcessHandle self = ProcessHandle.current();
    Owner owner =
        new Owner(hostName(), self.pid(), startOf(self), UUID.randomUUID().toString());
    RUNNING.add(owner.token());
    return owner;
  }

  /** Called when a run has ended. */
  void end() {
    RUNNING.remove(token);
  }

  static Owner parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    return new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
  }

  /** Whether a run continues, has ended, or is on another host. */
  enum State {
    RUNNING,
    ENDED,
    UNKNOWN
  }

  State state() {
    if (RUNNING.contains(token)) {
      return State.RUNNING;
    }
    if (!host.equals(hostName())) {
      return State.UNKNOWN;
    }
    if (pid == ProcessHandle.current().pid()) {
      return State.ENDED;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent() && startOf(process.get()) == startedAt
        ? State.RUNNING
        : State.ENDED;
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "_");
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return String.join(
        SEPARATOR, host, String.valueOf(pid), String.valueOf(startedAt), token);
  }
}
