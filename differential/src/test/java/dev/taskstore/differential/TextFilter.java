package dev.taskstore.differential;

import dev.taskstore.differential.model.LikeMatch;
import dev.taskstore.differential.model.Values;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The conditions on text columns that match patterns or convert case. */
sealed interface TextFilter<M> extends Filter<M> {

  /** The predicates with a text or a pattern. */
  enum Predicate {
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    LIKE;

    /** Returns the pattern for a text, escaped by a caret unless it is a pattern already. */
    String pattern(String text) {
      return switch (this) {
        case STARTS_WITH -> LikeMatch.escaped(text) + "%";
        case ENDS_WITH -> "%" + LikeMatch.escaped(text);
        case CONTAINS -> "%" + LikeMatch.escaped(text) + "%";
        case LIKE -> text;
      };
    }
  }

  static <M> TextFilter<M> draw(Draw draw, List<Column<M, String>> columns) {
    Column<M, String> column = draw.pick(columns);
    int roll = draw.between(0, 9);
    if (roll < 2) {
      return new Part<>(
          column,
          draw.pick(List.of(Predicate.STARTS_WITH, Predicate.ENDS_WITH, Predicate.CONTAINS)),
          draw.pick(columns));
    } else if (roll < 3) {
      return new Lower<>(column, LikeMatch.lower(column.draw().apply(draw)));
    }
    Predicate predicate = draw.pick(List.of(Predicate.values()));
    boolean isLike = predicate == Predicate.LIKE;
    return new Match<>(
        column,
        predicate,
        isLike ? pattern(draw, column) : part(draw, column),
        isLike && draw.chance(50) ? draw.pick(List.of('\\', '!', '^', 'a', '%')) : null,
        draw.chance(30),
        draw.chance(20),
        draw.chance(10));
  }

  /** Draws a part of a text that a column may contain. */
  private static <M> String part(Draw draw, Column<M, String> column) {
    String text = column.draw().apply(draw);
    if (text == null || text.isEmpty() || draw.chance(30)) {
      return text == null ? "" : text;
    }
    int length = text.codePointCount(0, text.length());
    int begin = draw.between(0, length - 1);
    int end = draw.between(begin, length);
    return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
  }

  /** Draws a pattern that is a text with some characters replaced by others. */
  private static <M> String pattern(Draw draw, Column<M, String> column) {
    StringBuilder pattern = new StringBuilder();
    part(draw, column)
        .codePoints()
        .limit(40)
        .forEach(
            codePoint -> {
              if (draw.chance(70)) {
                pattern.appendCodePoint(codePoint);
              } else {
                pattern.append(draw.pick(List.of("_", "_", "%", "%", "\\", "!", "^", "*", "?")));
              }
            });
    return draw.chance(50) ? pattern.append('%').toString() : pattern.toString();
  }

  /** A predicate with a value. */
  record Match<M>(
      Column<M, String> column,
      Predicate predicate,
      String text,
      @Nullable Character escape,
      boolean ignoresCase,
      boolean isNegated,
      boolean isInline)
      implements TextFilter<M> {

    private String pattern() {
      return predicate.pattern(text);
    }

    private @Nullable Character escapeOfPattern() {
      return predicate == Predicate.LIKE ? escape : Character.valueOf('^');
    }

    @Override
    public Condition condition() {
      Field<String> field = column.field();
      Field<String> operand = isInline ? DSL.inline(text) : DSL.val(text);
      Condition condition =
          switch (predicate) {
            case STARTS_WITH ->
                ignoresCase ? field.startsWithIgnoreCase(operand) : field.startsWith(operand);
            case ENDS_WITH ->
                ignoresCase ? field.endsWithIgnoreCase(operand) : field.endsWith(operand);
            case CONTAINS ->
                ignoresCase ? field.containsIgnoreCase(operand) : field.contains(operand);
            case LIKE -> like(field, operand);
          };
      return isNegated && predicate != Predicate.LIKE ? condition.not() : condition;
    }

    private Condition like(Field<String> field, Field<String> operand) {
      var like =
          isNegated
              ? (ignoresCase ? field.notLikeIgnoreCase(operand) : field.notLike(operand))
              : (ignoresCase ? field.likeIgnoreCase(operand) : field.like(operand));
      return escape == null ? like : like.escape(escape);
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Object value = column.valueOf(entity);
      return value == null
          ? null
          : (Boolean)
              (LikeMatch.matches((String) value, pattern(), escapeOfPattern(), ignoresCase)
                  != isNegated);
    }

    @Override
    public void check() {
      LikeMatch.check(pattern(), escapeOfPattern());
    }
  }

  /** A predicate with another column. */
  record Part<M>(Column<M, String> column, Predicate predicate, Column<M, String> part)
      implements TextFilter<M> {

    @Override
    public Condition condition() {
      Field<String> field = column.field();
      return switch (predicate) {
        case STARTS_WITH -> field.startsWith(part.field());
        case ENDS_WITH -> field.endsWith(part.field());
        default -> field.contains(part.field());
      };
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Object value = column.valueOf(entity);
      Object wanted = part.valueOf(entity);
      if (value == null || wanted == null) {
        return null;
      }
      String text = (String) value;
      return switch (predicate) {
        case STARTS_WITH -> text.startsWith((String) wanted);
        case ENDS_WITH -> text.endsWith((String) wanted);
        default -> text.contains((String) wanted);
      };
    }

    @Override
    public void check() {}
  }

  /** A comparison of a column in lower case. */
  record Lower<M>(Column<M, String> column, String text) implements TextFilter<M> {

    @Override
    public Condition condition() {
      return DSL.lower(column.field().concat("")).eq(DSL.lower(DSL.val(text)));
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Object value = column.valueOf(entity);
      return value == null ? null : (Boolean) LikeMatch.lower((String) value).equals(text);
    }

    @Override
    public void check() {
      Values.checkParameter(text);
    }
  }
}
