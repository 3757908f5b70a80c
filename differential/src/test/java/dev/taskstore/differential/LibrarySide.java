package dev.taskstore.differential;

import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a program on the library. */
final class LibrarySide {

  private final TaskStore store;
  private final List<String> notes = new ArrayList<>();
  private TaskSession session;
  private @Nullable TaskTransaction ended;
  private Bookmarks<PageRequest> bookmarks = new Bookmarks<>();

  LibrarySide(TaskStore store) {
    this.store = store;
    this.session = store;
  }

  TaskStore store() {
    return store;
  }

  /** Returns the session for calls: the innermost transaction, or the store. */
  TaskSession session() {
    return session;
  }

  TaskSession enter(TaskSession inner) {
    TaskSession outer = session;
    session = inner;
    return outer;
  }

  void leave(TaskSession outer, TaskTransaction inner) {
    session = outer;
    ended = inner;
  }

  /** Uses the transaction that ended last, which must fail. */
  boolean useEndedTransaction() {
    return ended != null && ended.users().count() >= 0;
  }

  Bookmarks<PageRequest> bookmarks() {
    return bookmarks;
  }

  /** Records a detail that the databases must agree on and that the model lacks. */
  void note(String detail) {
    notes.add(detail);
  }

  String takeNotes() {
    String all = notes.toString();
    notes.clear();
    return all;
  }

  void forget() {
    session = store;
    ended = null;
    bookmarks = new Bookmarks<>();
    notes.clear();
  }
}
