package com.example.bookshop;

import com.example.bookshop.schema.AuthorRepositoryBase;
import com.example.bookshop.schema.CategoryRepositoryBase;
import com.example.bookshop.schema.CustomerRepositoryBase;
import com.example.bookshop.schema.OpeningHourRepositoryBase;
import com.example.bookshop.schema.OrderLineRepositoryBase;
import com.example.bookshop.schema.ReviewRepositoryBase;
import dev.taskstore.db.Session;

/** All repositories of the shop, on a database or in one of its transactions. */
public record Bookshop(
    CategoryRepositoryBase categories,
    AuthorRepositoryBase authors,
    BookRepository books,
    OpeningHourRepositoryBase openingHours,
    CustomerRepositoryBase customers,
    OrderRepository orders,
    OrderLineRepositoryBase orderLines,
    ReviewRepositoryBase reviews) {

  /** Where the schema is described. */
  public static final String CHANGELOG = "bookshop/change-log/master.xml";

  /**
   * Makes the repositories.
   *
   * @param session where their statements are executed
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
