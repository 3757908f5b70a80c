package dev.taskstore.examples.web.live;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Reports changes of tasks to the open pages of the users who see them. Events contain identifiers
 * and versions, no texts: a page reads what changed within its own scope. Thread-safe.
 *
 * <p>Reaches the pages of this process. A page also polls, so that changes by other processes
 * appear later.
 */
@Component
public class LiveUpdates {

  private static final int PAGES_PER_USER = 10;
  private static final long HEARTBEAT_SECONDS = 20;
  private static final long STREAM_MILLISECONDS = TimeUnit.HOURS.toMillis(1);

  private record OpenPage(String session, SseEmitter emitter) {}

  private final Map<UUID, List<OpenPage>> streams = new ConcurrentHashMap<>();

  /** One thread keeps the order of events, and a slow browser does not delay a request. */
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-updates");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> heartbeat;

  private volatile boolean isClosed;

  LiveUpdates() {
    heartbeat =
        sender.scheduleWithFixedDelay(
            this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Opens the stream of a page. A user's oldest stream ends when there are more than ten. */
  SseEmitter open(UUID userId, String session) {
    SseEmitter emitter = new SseEmitter(STREAM_MILLISECONDS);
    OpenPage page = new OpenPage(session, emitter);
    emitter.onCompletion(() -> remove(userId, page));
    emitter.onTimeout(emitter::complete);
    emitter.onError(failure -> remove(userId, page));
    List<OpenPage> open = streams.merge(userId, List.of(page), LiveUpdates::joined);
    if (open.size() > PAGES_PER_USER) {
      open.get(0).emitter().complete();
    }
    sender.execute(() -> send(userId, page, SseEmitter.event().comment("open")));
    if (isClosed) {
      emitter.complete(); // the browser asks again, and reaches another process
    }
    return emitter;
  }

  /**
   * Reports that a task was created, changed, shared or deleted.
   *
   * @param users the users who see the task, or saw it before
   * @param taskId the task, or null if several changed
   * @param version the version of the task; 0 if it is deleted or unknown
   */
  public void changed(Collection<UUID> users, @Nullable UUID taskId, long version) {
    Map<String, Object> data =
        taskId == null ? Map.of() : Map.of("id", taskId.toString(), "version", version);
    for (UUID user : users) {
      forEach(
          user,
          page ->
              sender.execute(() -> send(user, page, SseEmitter.event().name("tasks").data(data))));
    }
  }

  private void beat() {
    for (UUID user : List.copyOf(streams.keySet())) {
      forEach(user, page -> send(user, page, SseEmitter.event().comment("beat")));
    }
  }

  private void send(UUID userId, OpenPage page, SseEmitter.SseEventBuilder event) {
    try {
      page.emitter().send(event);
    } catch (IOException | IllegalStateException e) {
      remove(userId, page); // the browser has left
    }
  }

  private void forEach(UUID userId, Consumer<OpenPage> action) {
    streams.getOrDefault(userId, List.of()).forEach(action);
  }

  private static List<OpenPage> joined(List<OpenPage> some, List<OpenPage> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private void remove(UUID userId, OpenPage page) {
    streams.computeIfPresent(
        userId,
        (key, open) -> {
          List<OpenPage> rest = open.stream().filter(other -> !other.equals(page)).toList();
          return rest.isEmpty() ? null : rest;
        });
  }

  @EventListener
  void onSignOut(SessionDestroyedEvent event) {
    for (UUID user : List.copyOf(streams.keySet())) {
      forEach(
          user,
          page -> {
            if (page.session().equals(event.getId())) {
              page.emitter().complete();
            }
          });
    }
  }

  /** Open streams would delay a graceful shutdown, during which requests still change tasks. */
  @EventListener(ContextClosedEvent.class)
  void onClose() {
    isClosed = true;
    heartbeat.cancel(false);
    for (UUID user : List.copyOf(streams.keySet())) {
      forEach(user, page -> page.emitter().complete());
    }
  }

  @PreDestroy
  void stop() {
    sender.shutdown();
  }
}
