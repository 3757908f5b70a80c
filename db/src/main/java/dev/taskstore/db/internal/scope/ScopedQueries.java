package dev.taskstore.db.internal.scope;

import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Path;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/**
 * Replaces each table that a query reads by its visible rows, wherever the query reads it: in
 * joins, subqueries and common table expressions. Refuses tables that are not declared, and
 * whatever may read rows in a way that jOOQ's model does not show. Thread-safe.
 */
final class ScopedQueries implements VisitListener {

  private static final String LIBRARY = "dev.taskstore.db.";

  private static final Pattern SUBQUERY =
      Pattern.compile("\\b(?:select|table)\\b", Pattern.CASE_INSENSITIVE);

  /** IN reads a table by its name on some dialects. POSITION has IN between its arguments. */
  private static final Pattern IN_TABLE =
      Pattern.compile(
          "(?<!\\bposition\\s{0,9}\\([^()]{0,200})\\bin\\b\\s*+(?![(\\d?:])",
          Pattern.CASE_INSENSITIVE);

  /** A quoted text or name, or a comment. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|`[^`]*`|\\[[^\\]]*\\]|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** What jOOQ puts around a table or a select in a FROM clause; these classes are not public. */
  private static final Set<String> WRAPPERS = Set.of("AliasedSelect", "NoAutoAlias");

  private static final DSLContext TEMPLATES =
      DSL.using(new DefaultConfiguration().derive(new PlainText()));
  private static final DSLContext SELECTS =
      DSL.using(new DefaultConfiguration().derive(new WithoutParts()));

  private final VisibleRows rows;
  private final String dialectPackage;

  ScopedQueries(VisibleRows rows, String dialectPackage) {
    this.rows = rows;
    this.dialectPackage = dialectPackage;
  }

  @Override
  public void visitStart(VisitContext context) {
    if (Trusted.isRendered(context)) {
      return;
    }
    QueryPart part = context.queryPart();
    if (part instanceof CommonTableExpression<?> expression) {
      rows.ensureFree(expression.getName());
    }
    if (part instanceof SQL) {
      ensureReadsNothing(part);
    } else if (part instanceof Name name) {
      ensureIdentifier(name);
    } else if (part instanceof Select) {
      ensureWithoutText(part);
    } else if (part instanceof CustomQueryPart
        || part instanceof CustomCondition
        || part instanceof CustomField) {
      ensureTrusted(part);
    } else if (part instanceof Path) {
      throw ScopeRefusals.path();
    } else if (part instanceof Table<?> table && context.context().declareTables()) {
      QueryPart replacement = isTarget(context) ? target(context, table) : replacement(table);
      if (replacement != null) {
        context.queryPart(replacement);
      }
    }
  }

  private static void ensureReadsNothing(QueryPart plain) {
    String text = TEMPLATES.render(plain);
    String unquoted = QUOTED.matcher(text).replaceAll("'");
    if (SUBQUERY.matcher(text).find() || IN_TABLE.matcher(unquoted).find()) {
      throw ScopeRefusals.plainSql();
    }
  }

  /** Hints and options of a select are texts that no listener visits. All else is visited. */
  private static void ensureWithoutText(QueryPart select) {
    if (LETTER.matcher(SELECTS.render(select)).find()) {
      throw ScopeRefusals.plainSql();
    }
  }

  /** An unquoted name is rendered as it is, so that it could be any SQL. */
  private static void ensureIdentifier(Name name) {
    for (Name part : name.parts()) {
      String text = part.last();
      if (part.quoted() == Name.Quoted.UNQUOTED
          && text != null
          && !IDENTIFIER.matcher(text).matches()) {
        throw ScopeRefusals.plainSql();
      }
    }
  }

  private void ensureTrusted(QueryPart part) {
    Class<?> type = part.getClass();
    if (!type.getName().startsWith(LIBRARY) && !type.getPackageName().equals(dialectPackage)) {
      throw ScopeRefusals.unknownPart(type);
    }
  }

  /** Returns whether a table is the target of an insert, update or delete. */
  private static boolean isTarget(VisitContext context) {
    QueryPart[] path = context.queryParts();
    return path.length > 1
        && path[path.length - 2] instanceof Query statement
        && !(statement instanceof Select);
  }

  /** The statements of repositories restrict their own targets. */
  private @Nullable QueryPart target(VisitContext context, Table<?> table) {
    for (QueryPart outer : context.queryParts()) {
      if (outer instanceof Select) {
        throw ScopeRefusals.nestedWrite(table);
      }
    }
    rows.declared(table);
    return null;
  }

  private @Nullable QueryPart replacement(Table<?> table) {
    if (table instanceof TableImpl) {
      return rows.replacement(table, table.getUnqualifiedName());
    }
    if (table instanceof QOM.TableAlias<?> alias) {
      return alias.$table() instanceof TableImpl<?> aliased
          ? rows.replacement(aliased, alias.$alias())
          : null;
    }
    boolean isComposed =
        table instanceof QOM.JoinTable
            || table instanceof QOM.DerivedTable
            || table instanceof QOM.Lateral
            || table instanceof QOM.Values
            || table instanceof QOM.Dual
            || table instanceof CommonTableExpression
            || WRAPPERS.contains(table.getClass().getSimpleName());
    if (!isComposed) {
      throw ScopeRefusals.unknownTable(table);
    }
    return null;
  }

  /** Leaves the text of a plain SQL expression, with placeholders for what is visited itself. */
  private static final class PlainText implements VisitListener {

    private static final QueryPart VALUE = DSL.raw(" 0 ");
    private static final QueryPart NAME = DSL.raw(" n ");

    @Override
    public void visitStart(VisitContext context) {
      QueryPart part = context.queryPart();
      if (part instanceof Select || part instanceof Param || part instanceof TableField) {
        context.queryPart(VALUE);
      } else if (part instanceof Name name && name.quoted() != Name.Quoted.UNQUOTED) {
        context.queryPart(NAME);
      }
    }
  }

  /** Leaves the text of a query part without its parts. */
  private static final class WithoutParts implements VisitListener {

    private static final QueryPart PART = DSL.raw(" 0 ");

    @Override
    public void visitStart(VisitContext context) {
      if (context.queryPartsLength() > 1) {
        context.queryPart(PART);
      }
    }
  }
}
