package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.scope.RowShare;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.scope.TableOwnership;
import dev.taskstore.db.scope.TableOwnership.Common;
import dev.taskstore.db.scope.TableOwnership.Inherited;
import dev.taskstore.db.scope.TableOwnership.Links;
import dev.taskstore.db.scope.TableOwnership.OwnerColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Named;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/**
 * Compares the specification of the database with what the store declares about access to rows and
 * about the audit trail. {@code -Dtaskstore.security.record=true} writes it.
 */
class SecuritySpecificationTest {

  private static final Path SPECIFICATION = Path.of("src/main/specification/security.md");
  private static final String BEGIN = "<!-- declared -->\n";
  private static final String END = "<!-- end of declared -->\n";

  @Test
  void theSpecificationContainsTheDeclarations() throws IOException {
    String text = Files.readString(SPECIFICATION);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(end).as("the marks of the section").isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("taskstore.security.record")) {
      Files.writeString(SPECIFICATION, text.substring(0, begin) + declared() + text.substring(end));
    } else {
      assertThat(text.substring(begin, end))
          .as("Record the declarations: see CONTRIBUTING.md")
          .isEqualTo(declared());
    }
  }

  private static String declared() {
    StringBuilder text =
        new StringBuilder(
            "\n| table | in a scope and under policies, a row belongs to | is shared with |"
                + " values that the audit trail does not keep |\n|---|---|---|---|\n");
    for (TableOwnership table : TaskStore.OWNERSHIP.tables()) {
      text.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  table.table().getName(), owner(table), shares(table), hidden(table.table())));
    }
    return text.append('\n').toString().replace(System.lineSeparator(), "\n");
  }

  private static String owner(TableOwnership table) {
    if (table instanceof OwnerColumn owner) {
      return "the user in `" + owner.column().getName() + "`";
    } else if (table instanceof Inherited inherited) {
      return "the same as the row of `" + inherited.parent().getName() + "`";
    } else if (table instanceof Links links) {
      return "the owner of the row of `"
          + links.parent().getName()
          + "`; who sees that row reads it";
    }
    assertThat(table).isInstanceOf(Common.class);
    return "everybody, who read and insert it";
  }

  private static String shares(TableOwnership table) {
    List<RowShare> shares = table instanceof OwnerColumn owner ? owner.shares() : List.of();
    return shares.stream()
        .map(SecuritySpecificationTest::share)
        .collect(Collectors.joining(", and "));
  }

  private static String share(RowShare share) {
    String column =
        share.link().isPresent()
            ? "the users in `"
                + share.column().getQualifiedName().last()
                + "` of `"
                + share.link().get().getTable().getName()
                + "`"
            : "the user in `" + share.column().getName() + "`";
    return column + (share.access() == SharedAccess.UPDATE ? ", who update it" : ", who read it");
  }

  private static String hidden(Table<?> table) {
    if (!TaskStore.AUDITED.contains(table)) {
      return "all";
    }
    return Arrays.stream(table.fields())
        .filter(field -> !TaskStore.AUDITED.keeps(field))
        .map(Named::getName)
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }
}
