package chatroom.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(3, 2, 1);

  private Places.Place take(String address) throws HttpRefusal {
    return places.take(address);
  }

  @Test
  void nobodyIsLetInBeyondAllPlaces() throws HttpRefusal {
    Places.Place first = take("a");
    take("b");
    take("c");
    assertThrows(HttpRefusal.class, () -> take("d"));
    first.close();
    take("d");
    assertThrows(HttpRefusal.class, () -> take("e"));
  }

  @Test
  void anAddressHasOnlySomeOfThem() throws HttpRefusal {
    Places.Place first = take("a");
    take("a");
    assertThrows(HttpRefusal.class, () -> take("a"));
    take("b");
    first.close();
    take("a");
  }

  @Test
  void aUserHasOnlySomeOfThem() throws HttpRefusal {
    Places.Place first = take("a");
    Places.Place second = take("b");
    first.of(new Visitor(1));
    assertThrows(HttpRefusal.class, () -> second.of(new Visitor(1)));
    take("c").of(new Visitor(2));
    first.close();
    second.of(new Visitor(1));
  }

  @Test
  void aPlaceIsGivenBackOnce() throws HttpRefusal {
    Places.Place first = take("a");
    take("a");
    first.close();
    first.close();

    take("a");
    assertThrows(HttpRefusal.class, () -> take("a"));
  }
}
