package dev.taskstore.differential;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.differential.model.ModelFailure;
import dev.taskstore.differential.model.ModelPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations on paged lists: in both directions, from both ends and from earlier pages. */
final class PageOperations {

  private static final int MOST_PAGES = 60;

  /** The parts of a page that both sides have. */
  private record Shown(List<?> items, Optional<Integer> next, Optional<Integer> previous) {}

  void addTo(Catalogue catalogue) {
    catalogue.add(12, this::single);
    catalogue.add(12, this::walk);
    catalogue.add(6, this::resume);
    catalogue.add(1, this::damagedToken);
  }

  private static int size(Draw draw) {
    if (draw.chance(3)) {
      return draw.pick(List.of(0, -1, 1_001));
    }
    return draw.chance(10) ? draw.pick(List.of(100, 1_000)) : draw.between(1, 5);
  }

  private static List<Object> arguments(Listing listing, Object... more) {
    List<Object> all = new ArrayList<>(listing.arguments());
    all.addAll(List.of(more));
    return all;
  }

  private static PageRequest request(int size, boolean backward) {
    return backward ? PageRequest.last(size) : PageRequest.first(size);
  }

  private Operation single(Draw draw) {
    Listing listing = Listing.draw(draw);
    int size = size(draw);
    boolean backward = draw.chance(40);
    return Operation.of(
        listing.name(),
        arguments(listing, (backward ? "last " : "first ") + size),
        side -> seen(side, listing.onLibrary().apply(side.session(), request(size, backward))),
        side ->
            seen(
                side,
                listing
                    .onModel()
                    .apply(side.store(), new ModelPage.Request(size, backward, null, null))));
  }

  private Operation resume(Draw draw) {
    Listing listing = Listing.draw(draw);
    int bookmark = draw.between(0, 3);
    return Operation.of(
        listing.name(),
        arguments(listing, "bookmark " + bookmark),
        side ->
            seen(
                side,
                listing
                    .onLibrary()
                    .apply(
                        side.session(),
                        side.bookmarks().get(bookmark).orElseGet(() -> PageRequest.first(3)))),
        side ->
            seen(
                side,
                listing
                    .onModel()
                    .apply(
                        side.store(),
                        side.bookmarks()
                            .get(bookmark)
                            .orElseGet(() -> new ModelPage.Request(3, false, null, null)))));
  }

  /** Reads all pages from one end to the other and back. */
  private Operation walk(Draw draw) {
    Listing listing = Listing.draw(draw);
    int size = size(draw);
    boolean backward = draw.chance(40);
    boolean byToken = draw.chance(50);
    return Operation.of(
        listing.name() + ".walk",
        arguments(listing, (backward ? "last " : "first ") + size, byToken),
        side -> walk(side, listing, request(size, backward), backward, byToken),
        side -> walk(side, listing, new ModelPage.Request(size, backward, null, null), backward));
  }

  private static List<Shown> walk(
      LibrarySide side, Listing listing, PageRequest start, boolean backward, boolean byToken) {
    List<Shown> pages = new ArrayList<>();
    boolean toPrevious = backward;
    Optional<PageRequest> request = Optional.of(start);
    while (request.isPresent() && pages.size() < MOST_PAGES) {
      PageRequest asked = byToken ? PageRequest.of(request.get().token()) : request.get();
      Page<?> page = listing.onLibrary().apply(side.session(), asked);
      pages.add(seen(side, page));
      request = toPrevious ? page.previous() : page.next();
      if (request.isEmpty() && toPrevious == backward) {
        toPrevious = !backward;
        request = toPrevious ? page.previous() : page.next();
      }
    }
    return pages;
  }

  private static List<Shown> walk(
      ModelSide side, Listing listing, ModelPage.Request start, boolean backward) {
    List<Shown> pages = new ArrayList<>();
    boolean toPrevious = backward;
    Optional<ModelPage.Request> request = Optional.of(start);
    while (request.isPresent() && pages.size() < MOST_PAGES) {
      ModelPage<?> page = listing.onModel().apply(side.store(), request.get());
      pages.add(seen(side, page));
      request = toPrevious ? page.previous() : page.next();
      if (request.isEmpty() && toPrevious == backward) {
        toPrevious = !backward;
        request = toPrevious ? page.previous() : page.next();
      }
    }
    return pages;
  }

  /** Page tokens are the same on every dialect, so that links survive a migration. */
  private static Shown seen(LibrarySide side, Page<?> page) {
    page.next().ifPresent(side.bookmarks()::add);
    page.previous().ifPresent(side.bookmarks()::add);
    side.note(
        page.next().map(PageRequest::token).orElse("-")
            + " "
            + page.previous().map(PageRequest::token).orElse("-"));
    return new Shown(
        page.items(), page.next().map(PageRequest::size), page.previous().map(PageRequest::size));
  }

  private static Shown seen(ModelSide side, ModelPage<?> page) {
    page.next().ifPresent(side.bookmarks()::add);
    page.previous().ifPresent(side.bookmarks()::add);
    return new Shown(
        page.items(),
        page.next().map(ModelPage.Request::size),
        page.previous().map(ModelPage.Request::size));
  }

  private Operation damagedToken(Draw draw) {
    String token = draw.pick(List.of("", "AQ", "x!", "AQAAAAAA", "AQIAAAAFAAAA", "AgIAAAAF"));
    return Operation.of(
        "PageRequest.of",
        List.of(token),
        side -> PageRequest.of(token).size(),
        side -> {
          throw ModelFailure.refused();
        });
  }
}
