package dev.taskstore.testdata;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.testdata.random.Permutation;
import dev.taskstore.testdata.random.RowRandom;
import dev.taskstore.testdata.random.TimeOrderedIds;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Users by position. They join one after the other during the first nine tenths of the time, the
 * first one at its beginning. Immutable and thread-safe.
 */
final class UserRows {

  private static final String SERIES = "users";
  private static final double JOINING = 0.9;
  private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};

  private final long seed;
  private final long count;
  private final String suffix;
  private final PasswordHash password;
  private final WorkingTime time;
  private final Vocabulary words = Vocabulary.shared();
  private final long span;
  private final Permutation names;

  UserRows(long seed, long count, String suffix, PasswordHash password, WorkingTime time) {
    this.seed = seed;
    this.count = count;
    this.suffix = suffix;
    this.password = password;
    this.time = time;
    this.span = (long) (time.length() * JOINING);
    this.names =
        new Permutation(
            (long) words.firstNames().size() * words.lastNames().size(),
            RowRandom.hash(seed, SERIES, -1));
  }

  long count() {
    return count;
  }

  /** Returns how many users have joined at a position of time, at least 1. */
  long joinedBefore(long position) {
    return Math.max(1, Math.min(count, (long) ((double) position / span * count)));
  }

  UUID id(long index) {
    return TimeOrderedIds.id(joinedAt(index), seed, SERIES, index);
  }

  NewUser row(long index) {
    Random random = RowRandom.of(seed, SERIES, index);
    Instant joinedAt = joinedAt(index);
    String username = username(index);
    return NewUser.of(username, username + "@" + DOMAINS[random.nextInt(DOMAINS.length)], password)
        .id(id(index))
        .createdAt(joinedAt)
        .updatedAt(joinedAt);
  }

  private Instant joinedAt(long index) {
    if (index == 0) {
      return time.at(0);
    }
    double slot = RowRandom.of(seed, "joined", index).nextDouble();
    return time.at((long) ((index + slot) / count * span));
  }

  /** A pair of names; when all pairs are used, a number follows: unique by construction. */
  private String username(long index) {
    long pairs = (long) words.firstNames().size() * words.lastNames().size();
    long pair = names.at(index);
    String first = words.firstNames().get((int) (pair / words.lastNames().size()));
    String last = words.lastNames().get((int) (pair % words.lastNames().size()));
    long round = index / pairs;
    return (first + "." + last).toLowerCase(Locale.ROOT) + (round == 0 ? "" : round + 1) + suffix;
  }
}
