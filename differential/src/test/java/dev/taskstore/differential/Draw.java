package dev.taskstore.differential;

import dev.taskstore.differential.model.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws the random parts of a program. The seed determines the results. */
final class Draw {

  private static final int ORDINARY = 24;

  private final SplittableRandom random;
  private final IdPool users;
  private final IdPool tasks;
  private final IdPool tags;
  private final List<String> takenNames = new ArrayList<>();
  private @Nullable UUID preferredUser;

  Draw(long seed) {
    random = new SplittableRandom(seed);
    users = IdPool.of(random, ORDINARY);
    tasks = IdPool.of(random, ORDINARY);
    tags = IdPool.of(random, ORDINARY);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns true once in some hundreds of calls. */
  boolean rarely() {
    return random.nextInt(400) == 0;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Draws an element; the first ones are more frequent. */
  <T> T pickEarly(List<T> all, int early) {
    return chance(70) ? all.get(random.nextInt(Math.min(early, all.size()))) : pick(all);
  }

  <T> @Nullable T sometimes(int percent, Supplier<T> value) {
    return chance(percent) ? value.get() : null;
  }

  <T> List<T> list(int most, Function<Draw, T> element) {
    int size = between(0, most);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(element.apply(this));
    }
    return list;
  }

  /** Draws keys, and a list for each. */
  Map<UUID, List<UUID>> lists(Function<Draw, UUID> key, Function<Draw, UUID> value) {
    Map<UUID, List<UUID>> lists = new LinkedHashMap<>();
    list(3, key).forEach(owner -> lists.put(owner, list(3, value)));
    return lists;
  }

  UUID userId() {
    UUID preferred = preferredUser;
    return preferred != null && chance(50) ? preferred : users.refer(this);
  }

  /** Draws whose rows a scope has: mostly those of the first users, who own most of the rows. */
  Principal principal() {
    int roll = between(0, 99);
    if (roll >= 95) {
      return Principal.ALL;
    }
    return new Principal(
        roll < 76 ? users.early(this, 3) : roll < 87 ? users.refer(this) : users.any(this));
  }

  /** Draws the identifier of a new user, or null; often that of the principal. */
  @Nullable UUID newUserId() {
    UUID preferred = preferredUser;
    return preferred != null && chance(40) ? preferred : sometimes(10, this::userId);
  }

  /** Remembers a name that a user has. */
  void take(String name) {
    takenNames.add(name);
  }

  /** Returns a name that a user may have; null for another one, and always without a principal. */
  @Nullable String takenName() {
    return preferredUser != null && !takenNames.isEmpty() && chance(30) ? pick(takenNames) : null;
  }

  /** Makes references to a user more frequent; null prefers none. */
  void prefer(@Nullable UUID user) {
    preferredUser = user;
  }

  UUID taskId() {
    return tasks.refer(this);
  }

  UUID tagId() {
    return tags.refer(this);
  }

  IdSource newUsers(int count) {
    return users.make(this, count);
  }

  IdSource newTasks(int count) {
    return tasks.make(this, count);
  }

  IdSource newTags(int count) {
    return tags.make(this, count);
  }

  String text(List<String> pool, int longest) {
    return Texts.draw(this, pool, longest);
  }

  Instant instant() {
    return Instants.draw(this);
  }

  /** Draws the time of the clock. */
  Instant now() {
    return Instants.drawNow(this);
  }

  /** Draws any code point except surrogates and NUL. */
  int codePoint() {
    int bound = pick(List.of(0x80, 0x100, 0x800, 0xE000, 0x10000, 0x20000, 0x110000));
    int codePoint = random.nextInt(1, bound);
    return codePoint >= 0xD800 && codePoint <= 0xDFFF ? codePoint + 0x2000 : codePoint;
  }
}
