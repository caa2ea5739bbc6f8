def sum_of_numbers(data):
    print("rows read:", len(data["numbers"]), "marker:", data["marker"])
    return sum(data["numbers"])
