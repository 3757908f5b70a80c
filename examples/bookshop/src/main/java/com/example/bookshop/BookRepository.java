package com.example.bookshop;

import static com.example.bookshop.schema.Tables.BOOKS;
import static com.example.bookshop.schema.Tables.CATEGORIES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import com.example.bookshop.schema.BookRepositoryBase;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.KeysetQuery;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Parameter;
import dev.taskstore.db.Session;
import java.util.List;
import java.util.UUID;

/** The generated book repository with custom queries. */
public final class BookRepository extends BookRepositoryBase {

  private static final KeysetQuery ON_SALE =
      KeysetQuery.from(BOOKS)
          .where(
              BOOKS.CATEGORY_ID.eq(Parameter.of(BOOKS.CATEGORY_ID)).and(BOOKS.RETIRED_AT.isNull()))
          .orderBy(KeysetOrder.ascending(BOOKS.TITLE, BOOKS.ISBN));

  /**
   * Creates the repository.
   *
   * @param session the session that executes its statements
   */
  public BookRepository(Session session) {
    super(session);
  }

  /**
   * Returns the books of a category that are on sale, ordered by title.
   *
   * @param categoryId the category
   * @param request the page to read
   * @return the page
   */
  public Page<Book> findOnSale(UUID categoryId, PageRequest request) {
    return page(ON_SALE, request, categoryId);
  }

  /**
   * Returns the books of a category and its descendants that are on sale, ordered by title.
   *
   * @param categoryId the category
   * @return the books
   */
  public List<Book> findOnSaleBelow(UUID categoryId) {
    var id = field(name("tree", "id"), CATEGORIES.ID.getDataType());
    var tree =
        name("tree")
            .fields("id")
            .as(
                select(CATEGORIES.ID)
                    .from(CATEGORIES)
                    .where(CATEGORIES.ID.eq(categoryId))
                    .unionAll(
                        select(CATEGORIES.ID)
                            .from(CATEGORIES)
                            .join(table(name("tree")))
                            .on(CATEGORIES.PARENT_ID.eq(id))));
    List<UUID> categories = session().dsl().withRecursive(tree).select(id).from(tree).fetch(id);
    return where(BOOKS.CATEGORY_ID.in(categories).and(BOOKS.RETIRED_AT.isNull()))
        .orderBy(BOOKS.TITLE.asc())
        .list();
  }

  /**
   * Marks a book as retired. Existing orders keep their reference to it.
   *
   * @param isbn the ISBN of the book
   * @return the updated book
   */
  public Book retire(String isbn) {
    return update(isbn, BookChanges.none().retiredAt(now()));
  }
}
