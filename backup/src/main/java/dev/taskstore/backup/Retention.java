package dev.taskstore.backup;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many archives of a folder are kept: the newest one of each of the last days, weeks, months
 * and years that have archives. Days begin at midnight UTC, weeks on Monday. Immutable and
 * thread-safe.
 *
 * <p>Only files are deleted whose names are those of {@link Backup#writeToFolder} or {@link
 * NativeBackup#writeToFolder} with the given prefix, and whose first bytes are those of a backup.
 * The newest archive is always kept. An archive of the future is kept and not counted: a clock was
 * wrong.
 */
public final class Retention {

  /** A period of time of which one archive is kept. */
  private enum Period {
    DAY('d') {
      @Override
      Object of(LocalDate date) {
        return date;
      }
    },
    WEEK('w') {
      @Override
      Object of(LocalDate date) {
        return List.of(
            date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      }
    },
    MONTH('m') {
      @Override
      Object of(LocalDate date) {
        return List.of(date.getYear(), date.getMonthValue());
      }
    },
    YEAR('y') {
      @Override
      Object of(LocalDate date) {
        return date.getYear();
      }
    };

    private final char letter;

    Period(char letter) {
      this.letter = letter;
    }

    abstract Object of(LocalDate date);
  }

  private static final Pattern RULE = Pattern.compile("([1-9][0-9]{0,3})([dwmy])");

  private final Map<Period, Integer> counts;
  private final Clock clock;

  private Retention(Map<Period, Integer> counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * Parses the rules.
   *
   * @param rules numbers of days, weeks, months and years, such as {@code 7d,4w,12m,3y}
   * @param clock the clock that shows which archives are from the future
   * @return the retention
   * @throws InvalidArgumentException if the rules have another form or name a period twice
   */
  public static Retention parse(String rules, Clock clock) {
    Map<Period, Integer> counts = new EnumMap<>(Period.class);
    for (String rule : rules.split(",", -1)) {
      Matcher matcher = RULE.matcher(rule.strip());
      if (!matcher.matches()) {
        throw malformed(rules);
      }
      for (Period period : Period.values()) {
        if (matcher.group(2).charAt(0) == period.letter
            && counts.put(period, Integer.valueOf(matcher.group(1))) != null) {
          throw malformed(rules);
        }
      }
    }
    return new Retention(counts, clock);
  }

  private static InvalidArgumentException malformed(String rules) {
    return new InvalidArgumentException(
        "'"
            + rules
            + "' does not state what to keep. Write numbers of days, weeks, months and years, each"
            + " once: 7d,4w,12m,3y.",
        FailureContext.NONE);
  }

  /**
   * Selects the archives to keep and to delete. Deletes nothing.
   *
   * @param folder the folder
   * @param prefix the prefix of the archives' names
   * @return the selection
   * @throws ArchiveFileException if the folder cannot be read
   */
  public RetentionPlan plan(Path folder, String prefix) {
    return select(ArchiveFolder.list(folder, prefix, clock.instant()));
  }

  private RetentionPlan select(SortedMap<Instant, List<Path>> newestFirst) {
    Map<Period, Set<Object>> seen = new EnumMap<>(Period.class);
    List<Path> kept = new ArrayList<>();
    List<Path> deleted = new ArrayList<>();
    newestFirst.forEach(
        (time, files) -> {
          LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
          boolean keeps = kept.isEmpty();
          for (Map.Entry<Period, Integer> count : counts.entrySet()) {
            Set<Object> periods = seen.computeIfAbsent(count.getKey(), period -> new HashSet<>());
            if (periods.size() < count.getValue() && periods.add(count.getKey().of(date))) {
              keeps = true;
            }
          }
          (keeps ? kept : deleted).addAll(files.stream().sorted().toList());
        });
    return new RetentionPlan(kept, deleted);
  }
}
