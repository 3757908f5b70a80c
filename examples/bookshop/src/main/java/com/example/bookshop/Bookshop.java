package com.example.bookshop;

import com.example.bookshop.schema.AuthorRepositoryBase;
import com.example.bookshop.schema.CategoryRepositoryBase;
import com.example.bookshop.schema.CustomerRepositoryBase;
import com.example.bookshop.schema.OpeningHourRepositoryBase;
import com.example.bookshop.schema.OrderLineRepositoryBase;
import com.example.bookshop.schema.ReviewRepositoryBase;
import dev.taskstore.db.Session;

/** All repositories of the shop, on a database or in a transaction. */
public record Bookshop(
    CategoryRepositoryBase categories,
    AuthorRepositoryBase authors,
    BookRepository books,
    OpeningHourRepositoryBase openingHours,
    CustomerRepositoryBase customers,
    OrderRepository orders,
    OrderLineRepositoryBase orderLines,
    ReviewRepositoryBase reviews) {

  /** The path of the changelog that defines the schema. */
  public static final String CHANGELOG = "bookshop/change-log/master.xml";

  /**
   * Creates the repositories.
   *
   * @param session the session that executes their statements
   * @return the repositories
   */
  public static Bookshop on(Session session) {
    return new Bookshop(
        new CategoryRepositoryBase(session),
        new AuthorRepositoryBase(session),
        new BookRepository(session),
        new OpeningHourRepositoryBase(session),
        new CustomerRepositoryBase(session),
        new OrderRepository(session),
        new OrderLineRepositoryBase(session),
        new ReviewRepositoryBase(session));
  }
}
