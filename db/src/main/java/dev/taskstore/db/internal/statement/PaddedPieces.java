package dev.taskstore.db.internal.statement;

import java.util.ArrayList;
import java.util.List;

/** Splits lists for statements whose numbers of values are powers of two. */
public final class PaddedPieces {

  private PaddedPieces() {}

  /** Splits a list into pieces of at most the limit, each padded to a power of two. */
  public static <T> List<List<T>> of(List<T> all, int limit) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += limit) {
      List<T> piece = new ArrayList<>(all.subList(from, Math.min(all.size(), from + limit)));
      int size = Integer.highestOneBit(piece.size());
      size = size < piece.size() ? size * 2 : size;
      while (piece.size() < size) {
        piece.add(piece.get(piece.size() - 1));
      }
      pieces.add(piece);
    }
    return pieces;
  }
}
