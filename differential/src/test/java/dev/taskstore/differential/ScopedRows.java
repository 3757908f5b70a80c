package dev.taskstore.differential;

import dev.taskstore.Task;
import dev.taskstore.TaskWithTags;
import dev.taskstore.User;
import dev.taskstore.UserName;
import dev.taskstore.UserStatistics;
import dev.taskstore.differential.model.Visibility;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that databases returned in scopes, and those of them that the principal must not
 * see.
 */
final class ScopedRows {

  private long calls;
  private long refused;
  private long own;
  private long shared;
  private long ofOthers;

  /**
   * Counts the outcomes of a program on a database.
   *
   * @param expected the same outcomes on the model, which knows what the principals saw
   */
  void add(List<Outcome> outcomes, List<Outcome> expected) {
    int common = Math.min(outcomes.size(), expected.size());
    for (int i = 0; i < common; i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome.principal() != null) {
        calls++;
        refused += outcome.failure() == null ? 0 : 1;
        Visibility visibility = expected.get(i).visibility();
        if (visibility != null && visibility.isLimited()) {
          count(outcome.value(), visibility);
        }
      }
    }
  }

  void add(ScopedRows more) {
    calls += more.calls;
    refused += more.refused;
    own += more.own;
    shared += more.shared;
    ofOthers += more.ofOthers;
  }

  /** Returns the number of calls in scopes. */
  long calls() {
    return calls;
  }

  /** Returns the number of users and tasks that belong to the principal. */
  long own() {
    return own;
  }

  /** Returns the number of tasks of others that are assigned to or shared with the principal. */
  long shared() {
    return shared;
  }

  /** Returns the number of users and tasks that the principal must not see. */
  long ofOthers() {
    return ofOthers;
  }

  private void count(@Nullable Object value, Visibility visibility) {
    if (value instanceof User user) {
      count(visibility.permits(user));
    } else if (value instanceof Task task) {
      count(task, visibility);
    } else if (value instanceof UserName named) {
      count(visibility.permitsUser(named.id()));
    } else if (value instanceof UserStatistics statistics) {
      count(visibility.permitsUser(statistics.userId()));
    } else if (value instanceof TaskWithTags tagged) {
      count(tagged.task(), visibility);
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> count(each, visibility));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> count(each, visibility));
    } else if (value instanceof Map.Entry<?, ?> entry) {
      count(entry.getValue(), visibility);
    } else if (value instanceof Record composed) {
      for (RecordComponent component : composed.getClass().getRecordComponents()) {
        count(part(composed, component), visibility);
      }
    }
  }

  private static @Nullable Object part(Record composed, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(composed);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private void count(Task task, Visibility visibility) {
    if (visibility.owns(task) || !visibility.permits(task)) {
      count(visibility.owns(task));
    } else {
      shared++;
    }
  }

  private void count(boolean isOwn) {
    if (isOwn) {
      own++;
    } else {
      ofOthers++;
    }
  }

  @Override
  public String toString() {
    return calls == 0
        ? ""
        : String.format(
            "%,d calls in scopes, %,d of them refused, returned %,d users and tasks of the"
                + " principal, %,d tasks that are shared with the principal, and %,d others%n",
            calls, refused, own, shared, ofOthers);
  }
}
