package dev.taskstore.db.spi;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of SQL's {@code LIKE}, parsed: characters, and wildcards for any character and for any
 * text. It matches a whole text. A character is a code point. Immutable and thread-safe.
 */
public final class TextPattern {

  /** The maximum length of a pattern in code points. */
  public static final int MAXIMUM_LENGTH = 3_500;

  private static final int ANY_CHARACTER = -1;
  private static final int ANY_TEXT = -2;
  private static final int[] ANY = {ANY_TEXT};
  private static final int[] NOTHING = {};

  private final int[] elements;
  private final boolean ignoresCase;
  private final boolean isInline;

  private TextPattern(int[] elements, boolean ignoresCase, boolean isInline) {
    if (elements.length > MAXIMUM_LENGTH) {
      throw invalid("A pattern has at most " + MAXIMUM_LENGTH + " characters.");
    }
    this.elements = elements;
    this.ignoresCase = ignoresCase;
    this.isInline = isInline;
  }

  private static InvalidArgumentException invalid(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }

  /**
   * Parses a pattern of {@code LIKE}: {@code %} stands for any text, {@code _} for any character.
   *
   * @param pattern the pattern
   * @param escape the character that makes the next one an ordinary character; null for none
   * @return the pattern
   * @throws InvalidArgumentException if the pattern ends with the escape character, is too long, or
   *     contains a NUL character or a lone surrogate
   */
  public static TextPattern like(String pattern, @Nullable Character escape) {
    int[] parsed = codePoints(pattern);
    int length = 0;
    for (int i = 0; i < parsed.length; i++) {
      int codePoint = parsed[i];
      if (escape != null && codePoint == escape) {
        i++;
        if (i == parsed.length) {
          throw invalid("The pattern ends with its escape character. Write that character twice.");
        }
        parsed[length] = parsed[i];
      } else {
        parsed[length] = codePoint == '%' ? ANY_TEXT : codePoint == '_' ? ANY_CHARACTER : codePoint;
      }
      length++;
    }
    return new TextPattern(Arrays.copyOf(parsed, length), false, false);
  }

  /**
   * Returns the pattern of the texts that contain another text.
   *
   * @param anyBefore whether any text may precede it
   * @param text the text, without wildcards
   * @param anyAfter whether any text may follow it
   * @return the pattern
   * @throws InvalidArgumentException if the text is too long, or contains a NUL character or a lone
   *     surrogate
   */
  public static TextPattern of(boolean anyBefore, String text, boolean anyAfter) {
    int[] before = anyBefore ? ANY : NOTHING;
    int[] after = anyAfter ? ANY : NOTHING;
    return new TextPattern(concat(before, codePoints(text), after), false, false);
  }

  private static int[] concat(int[] before, int[] text, int[] after) {
    int[] all = Arrays.copyOf(before, before.length + text.length + after.length);
    System.arraycopy(text, 0, all, before.length, text.length);
    System.arraycopy(after, 0, all, before.length + text.length, after.length);
    return all;
  }

  private static int[] codePoints(String text) {
    Codecs.TEXT.validate("The pattern", text);
    return text.codePoints().toArray();
  }

  /**
   * Returns a copy that ignores case: a letter matches its {@link TextSearch#variants variants}.
   *
   * @return the copy
   */
  public TextPattern ignoringCase() {
    return new TextPattern(elements, true, isInline);
  }

  /**
   * Returns a copy that is a literal in the SQL instead of a parameter.
   *
   * @return the copy
   */
  public TextPattern inline() {
    return new TextPattern(elements, ignoresCase, true);
  }

  /**
   * Returns whether this pattern ignores case.
   *
   * @return true if a letter matches its variants
   */
  public boolean ignoresCase() {
    return ignoresCase;
  }

  /**
   * Returns this pattern in the syntax of a database.
   *
   * @param prefix the text before all elements
   * @param character returns the pattern of one character
   * @param anyCharacter the pattern of any character
   * @param anyText the pattern of any text
   * @param suffix the text after all elements
   * @return the operand of the database's operator
   */
  public Field<String> render(
      String prefix,
      IntFunction<String> character,
      String anyCharacter,
      String anyText,
      String suffix) {
    StringBuilder pattern = new StringBuilder(prefix);
    for (int element : elements) {
      pattern.append(
          switch (element) {
            case ANY_CHARACTER -> anyCharacter;
            case ANY_TEXT -> anyText;
            default -> character.apply(element);
          });
    }
    String text = pattern.append(suffix).toString();
    return isInline ? DSL.inline(text) : DSL.val(text);
  }
}
