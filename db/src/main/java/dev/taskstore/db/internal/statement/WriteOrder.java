package dev.taskstore.db.internal.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which one call writes its elements. Concurrent calls that write the same rows in the
 * same order wait for each other, where they would deadlock otherwise.
 */
public final class WriteOrder<E> {

  private final List<E> given;
  private final List<E> written;

  /** The positions of the written elements in the given list; empty if the order is the given. */
  private final List<Integer> positions;

  private WriteOrder(List<E> given, List<E> written, List<Integer> positions) {
    this.given = given;
    this.written = written;
    this.positions = positions;
  }

  /** Returns the given order. */
  public static <E> WriteOrder<E> given(List<E> elements) {
    return new WriteOrder<>(elements, elements, List.of());
  }

  /** Returns the order of the elements' keys; elements with equal keys keep the given order. */
  public static <E, K> WriteOrder<E> by(
      Function<E, K> key, Comparator<? super K> comparator, List<E> elements) {
    List<K> keys = elements.stream().map(key).toList();
    if (isSorted(keys, comparator)) {
      return given(elements);
    }
    List<Integer> positions = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      positions.add(i);
    }
    positions.sort(Comparator.comparing(keys::get, comparator));
    List<E> written = new ArrayList<>(elements.size());
    positions.forEach(position -> written.add(elements.get(position)));
    return new WriteOrder<>(elements, Collections.unmodifiableList(written), positions);
  }

  private static <K> boolean isSorted(List<K> keys, Comparator<? super K> comparator) {
    for (int i = 1; i < keys.size(); i++) {
      if (comparator.compare(keys.get(i - 1), keys.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of elements. */
  public int size() {
    return given.size();
  }

  /** Returns the elements in the order of the caller. */
  List<E> given() {
    return given;
  }

  /** Returns the elements in the order in which they are written. */
  List<E> written() {
    return written;
  }

  /** Returns whether both orders are the same. */
  boolean isGiven() {
    return positions.isEmpty();
  }

  /** Returns the results of the written elements in the order of the caller. */
  int[] inGivenOrder(int[] results) {
    if (isGiven()) {
      return results;
    }
    int[] ordered = new int[results.length];
    for (int i = 0; i < results.length; i++) {
      ordered[positions.get(i)] = results[i];
    }
    return ordered;
  }
}
