package dev.taskstore.examples.formats;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** The layout of JSON output: two spaces per level, {@code \n} on every platform. */
public final class JsonLayout {

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private JsonLayout() {}

  /**
   * Creates a printer for one document.
   *
   * @return the printer
   */
  public static PrettyPrinter printer() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentArraysWith(INDENTER);
    printer.indentObjectsWith(INDENTER);
    return printer;
  }
}
