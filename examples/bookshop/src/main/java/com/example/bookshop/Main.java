package com.example.bookshop;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.JSON;

/** Fills an empty database, places an order and prints the revenue. */
public final class Main {

  private Main() {}

  /**
   * Runs the program.
   *
   * @param arguments the JDBC URL of an empty database; the default is an in-memory SQLite database
   */
  public static void main(String[] arguments) {
    String url = arguments.length > 0 ? arguments[0] : "jdbc:sqlite::memory:";
    try (Database database = Database.open(url, Bookshop.CHANGELOG)) {
      Bookshop shop = Bookshop.on(database);
      fill(shop);
      Customer ada = shop.customers().insert(NewCustomer.of("ada@example.com"));
      Order order =
          database.transactionResult(
              tx -> {
                Bookshop inside = Bookshop.on(tx);
                Order placed =
                    inside.orders().place(ada.id(), Map.of("9780441478125", 2, "9780141036144", 1));
                return inside.orders().update(placed.with().status(OrderStatus.PAID).build());
              });
      for (OrderLine line :
          shop.orderLines().findByOrder(order.id(), PageRequest.first(10)).items()) {
        Book book = shop.books().getById(line.isbn());
        System.out.println(line.quantity() + " x " + book.title() + " at " + line.unitPrice());
      }
      System.out.println("Order " + order.id() + ": " + shop.orders().total(order.id()));
      System.out.println("Earned: " + shop.orders().turnover(OrderStatus.PAID));
    }
  }

  private static void fill(Bookshop shop) {
    Category fiction = shop.categories().insert(NewCategory.of("Fiction"));
    Category scienceFiction =
        shop.categories().insert(NewCategory.of("Science fiction").parentId(fiction.id()));
    Author leGuin =
        shop.authors().insert(NewAuthor.of("Ursula K. Le Guin").bornOn(LocalDate.of(1929, 10, 21)));
    Author orwell = shop.authors().insert(NewAuthor.of("George Orwell"));
    Book darkness =
        shop.books()
            .insert(
                NewBook.of(
                        "9780441478125",
                        scienceFiction.id(),
                        "The Left Hand of Darkness",
                        new BigDecimal("10.99"))
                    .publishedOn(LocalDate.of(1969, 3, 1))
                    .details(JSON.json("{\"awards\": [\"Hugo\", \"Nebula\"]}")));
    Book nineteenEightyFour =
        shop.books()
            .insert(
                NewBook.of(
                        "9780141036144",
                        fiction.id(),
                        "Nineteen Eighty-Four",
                        new BigDecimal("9.5"))
                    .format(BookFormat.HARDCOVER));
    shop.authors().attachIsbns(leGuin.id(), List.of(darkness.isbn()));
    shop.authors().attachIsbns(orwell.id(), List.of(nineteenEightyFour.isbn()));
  }
}
